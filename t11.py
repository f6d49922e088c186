import time,resource,sys
from provider_codes_generator.pages.readers import read
n=int(sys.argv[2])
text={'xml':lambda:"<a>"+'<b c="1"/>'*n+"</a>",'xml2':lambda:"<a>"+'<b><c>1</c><d>text of it</d></b>\n'*n+"</a>",'csv':lambda:"code,text\n"+"1,a some text here\n"*n,'json':lambda:"["+",".join('{"code":%d,"text":"some text here"}'%i for i in range(n))+"]",'rst':lambda:"====  ====\ncode  text\n====  ====\n" + "1     a *b* `c`\n"*n + "====  ====\n",'list':lambda:".. list-table::\n\n" + "   * - a\n     - b\n"*n}[sys.argv[1]]()
base=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
t=time.process_time()
try: p=read(text); print(len(p.tables[0].rows))
except Exception as e: print(e)
print(sys.argv[1], len(text)/1e6,'MB', round(time.process_time()-t,1),'s', (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss-base)/1e3/(len(text)/1e6),'x')
